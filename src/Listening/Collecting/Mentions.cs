namespace Listening.Collecting;

/// <summary>Finds the handles that a text mentions, for sources that do not list them.</summary>
public static class Mentions
{
    /// <summary>
    /// Handles after an <c>@</c> that begins a word, without it, each once, in the order of the text. A handle is letters, digits and <c>_</c>; outside of
    /// <c>twitter</c> and <c>x</c> it may have dots and hyphens inside and a server behind a second <c>@</c>.
    /// </summary>
    public static IReadOnlyList<string> In(string text, string source)
    {
        List<string>? found = null;
        var plain = source is "twitter" or "x";
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
        {
            if (at > 0 && !MayPrecede(text[at - 1])) continue;
            var handle = Handle(text.AsSpan(at + 1), plain);
            if (handle.IsEmpty) continue;
            at += handle.Length;
            if (!Contains(found, handle)) (found ??= []).Add(handle.ToString());
        }

        return found is null ? [] : found;
    }

    /// <summary>Not the middle of a mail address or of a web address (<c>example.org/@ana</c>).</summary>
    private static bool MayPrecede(char character) => !char.IsLetterOrDigit(character) && character is not ('_' or '/' or '@' or '+');

    private static ReadOnlySpan<char> Handle(ReadOnlySpan<char> text, bool plain)
    {
        var name = Name(text, plain);
        if (plain || name.IsEmpty || name.Length == text.Length || text[name.Length] != '@') return name;
        var server = Name(text[(name.Length + 1)..], plain);
        return server.Contains('.') ? text[..(name.Length + 1 + server.Length)] : name;
    }

    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> text, bool plain)
    {
        var length = 0;
        while (length < text.Length && (IsWord(text[length]) || (!plain && (text[length] is '.' or '-')))) length++;
        return text[..length].TrimEnd(".-");
    }

    private static bool IsWord(char character) => char.IsAsciiLetterOrDigit(character) || character == '_';

    private static bool Contains(List<string>? found, ReadOnlySpan<char> handle)
    {
        if (found is null) return false;
        foreach (var known in found)
        {
            if (handle.Equals(known, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
