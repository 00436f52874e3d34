namespace Listening.Sources.Reddit;

/// <summary>An app that was registered with Reddit, and for whom it asks. Its text shows no secret.</summary>
internal sealed record RedditApp(Uri Api, Uri Login, string Client, string Secret, string? User, string? Password)
{
    public override string ToString() => $"{Client} of {User}";
}
