namespace Listening.Access;

/// <summary>That a secret is kept; what it is, nobody is shown.</summary>
/// <param name="Name">How settings refer to it: <c>secret:NAME</c>.</param>
/// <param name="Set">When it was given last.</param>
public sealed record NamedSecret(string Name, DateTimeOffset Set);
