using Listening.Classifying;
using Listening.Conversations;

namespace Listening.Web.Setup;

/// <summary>What a registry makes of a post.</summary>
/// <param name="Named">The brands it names; all of them when it is excluded.</param>
/// <param name="Relevance">Whether exclude terms rule it out.</param>
/// <param name="Party">Who wrote it.</param>
public sealed record ReadPost(IReadOnlyList<string> Named, Relevance Relevance, Party Party);
