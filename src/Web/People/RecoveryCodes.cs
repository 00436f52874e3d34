namespace Listening.Web.People;

/// <summary>Codes for who lost the authenticator, each good once: the only time they are seen.</summary>
/// <param name="Codes">Ten.</param>
public sealed record RecoveryCodes(IReadOnlyList<string> Codes)
{
    /// <summary>Without the codes, so that no log line can carry them.</summary>
    public override string ToString() => nameof(RecoveryCodes);
}
