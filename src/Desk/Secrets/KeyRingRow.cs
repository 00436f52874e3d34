namespace Listening.Desk.Secrets;

/// <summary>One element of the key ring as the database has it: wrapped by a key file that lies elsewhere.</summary>
public sealed record KeyRingRow
{
    /// <summary>The element's name.</summary>
    public required string Name { get; init; }

    /// <summary>The wrapped element.</summary>
    public required byte[] Wrapped { get; init; }
}
