namespace Listening.Desk.Secrets;

/// <summary>A secret as the database has it: protected by a key that lies elsewhere.</summary>
public sealed record SecretRow
{
    /// <summary>How settings refer to it.</summary>
    public required string Name { get; init; }

    /// <summary>The protected value.</summary>
    public required byte[] Protected { get; init; }

    /// <summary>When it was given last.</summary>
    public required DateTimeOffset Set { get; init; }
}
