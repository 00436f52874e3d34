using Listening.Collecting;

namespace Listening.Sources.Simulated;

/// <summary>The people who write: some thousands, a few of them often, most with few followers and some with very many.</summary>
internal sealed class SimulatedPeople(int seed)
{
    private const int Count = 12_000;

    private static readonly string[] First =
    [
        "Ana", "Bilal", "Carmen", "Deniz", "Elif", "Femi", "Greta", "Hugo", "Ines", "Jonas", "Kofi", "Lena", "Mateo", "Nadia", "Owen", "Priya", "Quinn", "Rosa", "Sven", "Tariq",
        "Uma", "Viktor", "Wanda", "Ximena", "Yusuf", "Zoe", "Aoife", "Bruno", "Clara", "Dario", "Esme", "Finn", "Gwen", "Hana", "Iker", "Jade", "Kai", "Lucia", "Milan", "Nora",
    ];

    private static readonly string[] Last =
    [
        "Arden", "Brook", "Castell", "Dunne", "Ekholm", "Farid", "Gallo", "Hale", "Ibarra", "Jansen", "Keller", "Lund", "Moreau", "Novak", "Okoro", "Pires", "Rowe", "Silva", "Toth", "Weiss",
        "Abara", "Bellweather", "Corrigan", "Demir", "Eastlake", "Fontaine", "Grieve", "Holm", "Imre", "Juric", "Kamara", "Lowry", "Maddox", "Nyberg",
    ];

    private static readonly string[] Things = ["kettle", "fern", "gravel", "moth", "sunday", "teapot", "harbour", "pixel", "cactus", "lantern", "badger", "tram", "pickle", "comet"];

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
            var handle = random.Next(4) switch
            {
                0 => $"{first}_{last[..1]}{number}",
                1 => $"{last}.{first}{number % 100}_{number}",
                2 => $"{Things[random.Next(Things.Length)]}_{first}{number}",
                _ => $"{first}{last}{number}",
            };
            var reach = (long)Math.Clamp(Math.Exp(4.6 + 1.7 * SimulatedTraffic.Normal(random)), 3, 400_000);
            var language = random.NextDouble() switch { < .82 => "en", < .89 => "es", < .96 => "de", _ => "fr" };
            people[number] = (new Author($"person-{number}", handle.ToLowerInvariant(), $"{first} {last}", reach), language);
        }

        return people;
    }
}
