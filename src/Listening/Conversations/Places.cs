namespace Listening.Conversations;

/// <summary>Places in the course under a key. They are added in order, so that a search halves: a conversation may be of a hundred thousand posts.</summary>
internal sealed class Places<TKey>
    where TKey : notnull
{
    private readonly Dictionary<TKey, List<int>> places = [];

    public void Add(TKey key, int place)
    {
        if (!places.TryGetValue(key, out var added)) places.Add(key, added = []);
        added.Add(place);
    }

    /// <summary>How many stand at <paramref name="place"/> or before it.</summary>
    public int CountUpTo(TKey key, int place)
    {
        if (!places.TryGetValue(key, out var added)) return 0;
        var found = added.BinarySearch(place);
        return found < 0 ? ~found : found + 1;
    }

    /// <summary>The place with this number, from 0; null when there are fewer.</summary>
    public int? At(TKey key, int number) => places.TryGetValue(key, out var added) && number < added.Count ? added[number] : null;

    /// <summary>The first between two places, these not included; null when there is none.</summary>
    public int? Between(TKey key, int after, int before) => At(key, CountUpTo(key, after)) is { } place && place < before ? place : null;
}
