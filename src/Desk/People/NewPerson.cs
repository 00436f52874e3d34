namespace Listening.Desk.People;

/// <summary>What somebody says of themselves who joins.</summary>
/// <param name="Name">As colleagues know them.</param>
/// <param name="Email">What they will sign in with.</param>
/// <param name="Password">What proves it is them.</param>
public sealed record NewPerson(string Name, string Email, string Password)
{
    /// <summary>Without the password, so that no log line can carry it.</summary>
    public override string ToString() => $"{nameof(NewPerson)} {Email}";
}
