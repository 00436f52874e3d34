namespace Listening.Access;

/// <summary>Somebody who changes something.</summary>
/// <param name="Name">As the audit log names them: a person's e-mail address, <c>key NAME</c>, <c>link</c> or <c>terminal</c>.</param>
/// <param name="Address">The address they come from; null for the machine itself.</param>
public sealed record Actor(string Name, string? Address)
{
    /// <summary>Who types a command on the machine that Listening runs on.</summary>
    public static Actor Terminal { get; } = new("terminal", null);
}
