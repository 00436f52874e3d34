namespace Listening.Sources.Chats;

/// <summary>Who writes in a chat.</summary>
/// <param name="Handle">The name others mention.</param>
/// <param name="Name">The name on show.</param>
/// <param name="Bot">A program.</param>
internal sealed record ChatPerson(string Handle, string? Name = null, bool Bot = false);
