using System.Collections.Concurrent;

namespace Listening.Sources.Chats;

/// <summary>Names of people that a chat gave lately, so that each is asked for once a day. Without them a restart asks again; nothing else depends on it.</summary>
internal sealed class KnownPeople(TimeProvider time)
{
    private const int Most = 50_000;
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(1);
    private readonly ConcurrentDictionary<(string Place, string Id), (ChatPerson? Person, DateTimeOffset Until)> people = new();

    /// <summary>Whether somebody need not be asked for.</summary>
    public bool Knows(string place, string id) => people.TryGetValue((place, id), out var known) && known.Until > time.GetUtcNow();

    /// <summary>A person of a place; null when nothing is known.</summary>
    public ChatPerson? Find(string place, string id) => people.TryGetValue((place, id), out var known) ? known.Person : null;

    /// <summary>Keeps a person; null says that the chat knows nobody of this id.</summary>
    public void Keep(string place, string id, ChatPerson? person)
    {
        if (people.Count >= Most) people.Clear();
        people[(place, id)] = (person, time.GetUtcNow() + Fresh);
    }
}
