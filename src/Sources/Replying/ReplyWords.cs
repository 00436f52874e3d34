using System.Text;

namespace Listening.Sources.Replying;

/// <summary>Compares what was to be sent with what is there: names are shown in another form than they were written in, and one may have been added.</summary>
internal static class ReplyWords
{
    /// <summary>The words of a text without the names in it.</summary>
    public static string Of(string text)
    {
        var words = new StringBuilder();
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (word[0] != '@') words.Append(word).Append(' ');
        }

        return words.ToString();
    }
}
