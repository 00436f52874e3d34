namespace Listening.Tests.Fuzzing;

/// <summary>Something did not keep its word.</summary>
internal sealed class FuzzFailure(string message) : Exception(message)
{
    /// <summary>Throws it unless the word was kept.</summary>
    public static void Unless(bool kept, string message)
    {
        if (!kept) throw new FuzzFailure(message);
    }
}
