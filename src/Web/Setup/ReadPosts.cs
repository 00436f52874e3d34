namespace Listening.Web.Setup;

/// <summary>What a registry makes of posts, in their order.</summary>
public sealed record ReadPosts(IReadOnlyList<ReadPost> Items);
