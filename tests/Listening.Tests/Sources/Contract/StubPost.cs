namespace Listening.Tests.Sources.Contract;

/// <summary>A post that a stub holds.</summary>
internal sealed record StubPost(int Number, DateTimeOffset At)
{
    public string Text => $"Post number {Number}, where is my train?";
}
