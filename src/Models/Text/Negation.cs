namespace Listening.Models.Text;

/// <summary>Which words turn the meaning of what follows, and which end that.</summary>
public static class Negation
{
    private static readonly HashSet<uint> Openers = Hashes(
        "not no never nothing nobody none nor neither cannot without hardly barely aint ain't cant dont wont isnt wasnt didnt doesnt couldnt shouldnt wouldnt "
        + "havent hasnt hadnt arent werent nowhere rarely lack lacks");

    private static readonly HashSet<uint> Closers = Hashes("but however although though yet");

    /// <summary>The words after this one are negated.</summary>
    public static bool Opens(ReadOnlySpan<char> word, uint hash) => word.EndsWith("n't") || Openers.Contains(hash);

    /// <summary>Negation ends here.</summary>
    public static bool Closes(uint hash) => Closers.Contains(hash);

    private static HashSet<uint> Hashes(string words) => words.Split(' ').Select(word => TextHash.Of(word)).ToHashSet();
}
