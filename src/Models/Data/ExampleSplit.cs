using Listening.Models.Text;

namespace Listening.Models.Data;

/// <summary>Parts texts into those that are learned from and those that are kept apart, by the hash of the folded text alone.</summary>
public static class ExampleSplit
{
    private const int OneIn = 5;

    /// <summary>The text is never learned from.</summary>
    public static bool IsKeptApart(string text)
    {
        var reader = new PostReader();
        reader.Read(text);
        return IsKeptApart(reader);
    }

    /// <summary>The text that the reader read last is never learned from.</summary>
    public static bool IsKeptApart(PostReader reader) => TextHash.Spread(TextHash.Of(reader.Folded)) % OneIn == 0;
}
