namespace Listening.Models.Living;

/// <summary>A topic of a company's own.</summary>
/// <param name="Name">Its name in snake case.</param>
/// <param name="Terms">Words and phrases that tell it as long as no model learned it; a trailing <c>*</c> stands for any ending.</param>
public sealed record OwnTopic(string Name, IReadOnlyList<string> Terms);
