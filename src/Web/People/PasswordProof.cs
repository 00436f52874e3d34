namespace Listening.Web.People;

/// <summary>One's own password, asked again before what a stolen session must not do.</summary>
/// <param name="Password">It.</param>
public sealed record PasswordProof(string Password)
{
    /// <summary>Without the password, so that no log line can carry it.</summary>
    public override string ToString() => nameof(PasswordProof);
}
