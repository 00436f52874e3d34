namespace Listening.Access;

/// <summary>A person cannot be made or changed like that; the message says in a sentence why.</summary>
public sealed class PersonRefusedException(string message) : Exception(message);
