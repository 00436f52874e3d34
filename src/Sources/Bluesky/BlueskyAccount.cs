namespace Listening.Sources.Bluesky;

/// <summary>Who signs in where. Its text shows no password.</summary>
internal sealed record BlueskyAccount(Uri Service, string Handle, string Password)
{
    public override string ToString() => $"{Handle} at {Service.Host}";
}
