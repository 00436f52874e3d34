namespace Listening.Store;

/// <summary>Keys are looked up by bound arrays of bounded length.</summary>
internal static class KeySlice
{
    /// <summary>Keys in one statement: 800 kB of text, far below what the engine takes, and few enough round trips.</summary>
    public const int Size = 20_000;
}
