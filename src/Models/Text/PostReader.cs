using System.Runtime.InteropServices;
using System.Text;

namespace Listening.Models.Text;

/// <summary>
/// Reads a text once, from left to right, into tokens and into the folded text that character n-grams are cut from. One reader serves one thread;
/// its buffers are used again for the next text.
/// </summary>
public sealed class PostReader
{
    private static readonly uint NegatedMark = TextHash.Of("_NEG");
    private readonly List<Token> tokens = new(64);
    private readonly StringBuilder folded = new(512);
    private char[] word = new char[64];
    private bool negating;

    /// <summary>The tokens of the last text, in its order.</summary>
    public ReadOnlySpan<Token> Tokens => CollectionsMarshal.AsSpan(tokens);

    /// <summary>The last text, lower-cased, names as <c>@</c>, addresses as <c>~</c>, at most three repeats, words parted by one space.</summary>
    public string Folded { get; private set; } = "";

    /// <summary>The last text, cleaned; the positions of tokens refer to it.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Reads a text.</summary>
    public void Read(string text)
    {
        Text = CleanText.Of(text);
        tokens.Clear();
        folded.Clear();
        negating = false;
        var span = Text.AsSpan();
        for (var at = 0; at < span.Length;)
        {
            if (char.IsWhiteSpace(span[at]))
            {
                if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
                at++;
                continue;
            }

            at += Next(span, at);
        }

        if (folded.Length > 0 && folded[^1] == ' ') folded.Length--;
        Folded = folded.ToString();
    }

    private int Next(ReadOnlySpan<char> text, int at)
    {
        var rest = text[at..];
        var first = rest[0];
        if ((first is 'h' or 'H' or 'w' or 'W') && IsAddress(rest)) return Address(rest, at);
        if (first is '@' or '#' && Shapes.Name(rest[1..]) is > 0 and var name) return first == '@' ? User(at, name + 1) : Tag(text, at, name + 1);
        if (Emoticons.LengthAt(text, at) is > 0 and var emoticon) return Emoticon(rest[..emoticon], at);
        if (char.IsDigit(first)) return Number(rest, at);
        if (Shapes.Word(rest) is > 0 and var length) return Word(rest[..length], at);
        if (first is '!' or '?' or '.' or ',' or ';' or ':') return Punctuation(rest, at);
        return Sign(rest, at);
    }

    private static bool IsAddress(ReadOnlySpan<char> rest) =>
        (rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) && Shapes.Run(rest) > 8;

    private int Address(ReadOnlySpan<char> rest, int at)
    {
        var length = Shapes.Run(rest);
        Add(new Token(Marks.Url, Marks.Url, TokenKind.Url, false, at, length));
        folded.Append('~');
        return length;
    }

    private int User(int at, int length)
    {
        Add(new Token(Marks.User, Marks.User, TokenKind.User, false, at, length));
        folded.Append('@');
        return length;
    }

    private int Tag(ReadOnlySpan<char> text, int at, int length)
    {
        var lower = Lower(text.Slice(at, length));
        Fold(lower);
        var whole = TextHash.Of(lower);
        Add(new Token(whole, whole, TokenKind.Tag, false, at, length));
        AddWord(TextHash.Of(lower[1..]), at + 1, length - 1);
        return length;
    }

    private int Emoticon(ReadOnlySpan<char> emoticon, int at)
    {
        var hash = TextHash.Of(emoticon);
        Add(new Token(hash, hash, TokenKind.Emoticon, false, at, emoticon.Length));
        var mood = Emoticons.Mood(emoticon);
        if (mood != 0) Mark(mood > 0 ? Marks.Smile : Marks.Frown, at);
        Fold(Lower(emoticon));
        return emoticon.Length;
    }

    private int Number(ReadOnlySpan<char> rest, int at)
    {
        var length = Shapes.Number(rest);
        Add(new Token(Marks.Number, Marks.Number, TokenKind.Number, false, at, length));
        Fold(rest[..length]);
        return length;
    }

    private int Word(ReadOnlySpan<char> letters, int at)
    {
        var lower = Lower(letters);
        Fold(lower);
        var length = Shapes.CutRepeats(lower);
        var plain = TextHash.Of(lower[..length]);
        AddWord(plain, at, letters.Length);
        if (length != letters.Length) Mark(Marks.DrawnOut, at);
        if (letters.Length > 2 && Shapes.IsShouted(letters)) Mark(Marks.Shouted, at);
        if (Negation.Opens(lower[..length], plain)) negating = true;
        else if (negating && Negation.Closes(plain)) negating = false;
        return letters.Length;
    }

    private int Punctuation(ReadOnlySpan<char> rest, int at)
    {
        var length = rest[0] is '!' or '?' ? rest.IndexOfAnyExcept('!', '?') : rest[0] == '.' ? rest.IndexOfAnyExcept('.') : 1;
        if (length < 0) length = rest.Length;
        var hash = TextHash.Add(TextHash.Start, rest[0]);
        if (length > 1) hash = TextHash.Add(hash, rest[0]);
        if (rest[..length].Contains('!') && rest[..length].Contains('?')) hash = TextHash.Add(TextHash.Add(hash, '!'), '?');
        Add(new Token(hash, hash, TokenKind.Punctuation, false, at, length));
        negating = false;
        Fold(rest[..length]);
        return length;
    }

    private int Sign(ReadOnlySpan<char> rest, int at)
    {
        var length = char.IsHighSurrogate(rest[0]) && rest.Length > 1 && char.IsLowSurrogate(rest[1]) ? 2 : 1;
        var hash = TextHash.Of(rest[..length]);
        Add(new Token(hash, hash, TokenKind.Sign, false, at, length));
        Fold(rest[..length]);
        return length;
    }

    private void AddWord(uint plain, int at, int length) =>
        Add(new Token(negating ? TextHash.Join(plain, NegatedMark) : plain, plain, TokenKind.Word, negating, at, length));

    private void Mark(uint hash, int at) => Add(new Token(hash, hash, TokenKind.Mark, false, at, 0));

    private void Add(Token token) => tokens.Add(token);

    private Span<char> Lower(ReadOnlySpan<char> letters)
    {
        if (word.Length < letters.Length) word = new char[letters.Length];
        letters.ToLowerInvariant(word);
        var lower = word.AsSpan(0, letters.Length);
        lower.Replace('\u2019', '\'');
        return lower;
    }

    private void Fold(ReadOnlySpan<char> lower)
    {
        foreach (var letter in lower)
        {
            var length = folded.Length;
            if (length >= 3 && folded[length - 1] == letter && folded[length - 2] == letter && folded[length - 3] == letter) continue;
            folded.Append(letter);
        }
    }
}
