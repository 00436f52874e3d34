namespace Listening.Tests.Sceptic;

/// <summary>One post as the sceptic sees it, in its last version, without any of the product's types.</summary>
public sealed record Said
{
    public string Source { get; init; } = "twitter";
    public required string Id { get; init; }
    public required string Author { get; init; }
    public required DateTimeOffset At { get; init; }
    public string Text { get; init; } = "";
    public string? Parent { get; init; }

    /// <summary>The conversation the source names; else the topmost ancestor known by id.</summary>
    public string? Conversation { get; init; }

    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>The deletion came without the text and the mentions.</summary>
    public bool Wiped { get; init; }

    public bool Bot { get; init; }

    /// <summary>The file says that a company wrote it.</summary>
    public bool Company { get; init; }

    public IReadOnlyList<string> Mentions { get; init; } = [];
}
