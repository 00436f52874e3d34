using System.Text;

namespace Listening.Tests.Sources.Contract;

/// <summary>What a stub says.</summary>
internal sealed record StubAnswer(string Body, string Type = "application/json", int Status = 200)
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public byte[] Bytes { get; init; } = Encoding.UTF8.GetBytes(Body);
}
