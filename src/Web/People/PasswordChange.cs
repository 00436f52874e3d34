namespace Listening.Web.People;

/// <summary>What <c>POST /api/v1/account/password</c> takes.</summary>
/// <param name="Current">The password so far.</param>
/// <param name="Wanted">The one from now on.</param>
public sealed record PasswordChange(string Current, string Wanted)
{
    /// <summary>Without the passwords, so that no log line can carry them.</summary>
    public override string ToString() => nameof(PasswordChange);
}
