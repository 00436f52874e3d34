using Listening.Collecting;

namespace Listening.Sources.Simulated;

/// <summary>The people who write: some thousands, a few of them often.</summary>
internal sealed class SimulatedPeople(int seed)
{
    private const int Count = 9_000;

    private static readonly string[] First =
    [
        "Ana", "Bilal", "Carmen", "Deniz", "Elif", "Femi", "Greta", "Hugo", "Ines", "Jonas", "Kofi", "Lena", "Mateo", "Nadia", "Owen", "Priya", "Quinn", "Rosa", "Sven", "Tariq",
        "Uma", "Viktor", "Wanda", "Ximena", "Yusuf", "Zoe", "Aoife", "Bruno", "Clara", "Dario", "Esme", "Finn", "Gwen", "Hana", "Iker", "Jade", "Kai", "Lucia", "Milan", "Nora",
    ];

    private static readonly string[] Last = ["Arden", "Brook", "Castell", "Dunne", "Ekholm", "Farid", "Gallo", "Hale", "Ibarra", "Jansen", "Keller", "Lund", "Moreau", "Novak", "Okoro", "Pires", "Rowe", "Silva", "Toth", "Weiss"];

    private static readonly string[] Language = ["en", "en", "en", "en", "en", "en", "en", "en", "en", "en", "en", "en", "en", "en", "en", "es", "es", "de"];

    private readonly (Author Author, string Language)[] _people = Make(new Random(seed));

    /// <summary>Somebody; a small number of people write much more than the rest.</summary>
    public (Author Author, string Language) Next(Random random)
    {
        var draw = random.NextDouble();
        return _people[(int)(draw * draw * Count)];
    }

    private static (Author Author, string Language)[] Make(Random random)
    {
        var people = new (Author Author, string Language)[Count];
        for (var number = 0; number < Count; number++)
        {
            var (first, last) = (First[random.Next(First.Length)], Last[random.Next(Last.Length)]);
            var handle = $"{first}_{last[..1]}{number}".ToLowerInvariant();
            var reach = (long)Math.Exp(random.NextDouble() * 9);
            people[number] = (new Author($"person-{number}", handle, $"{first} {last}", reach), Language[random.Next(Language.Length)]);
        }

        return people;
    }
}
