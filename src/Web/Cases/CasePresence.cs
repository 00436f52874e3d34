namespace Listening.Web.Cases;

/// <summary>
/// Who is at which case, by their heartbeats. It lies in memory: one process serves all pages, and <c>work</c> machines serve none; after a restart the next
/// heartbeats tell it again.
/// </summary>
public sealed class CasePresence(TimeProvider time)
{
    /// <summary>How often a page tells that somebody is there.</summary>
    public static readonly TimeSpan Beat = TimeSpan.FromSeconds(20);

    private const int CasesOfOne = 20;
    private static readonly TimeSpan Expiry = TimeSpan.FromSeconds(45);
    private readonly Dictionary<(long Id, string Person), (PresenceKind Doing, DateTimeOffset Since, DateTimeOffset Until)> here = [];
    private readonly Lock gate = new();

    /// <summary>Who is at the case, who came first first.</summary>
    public IReadOnlyList<Present> At(long id) => At([id]).GetValueOrDefault(id, []);

    /// <summary>Who is at which of these cases; a case where nobody is is not there.</summary>
    public IReadOnlyDictionary<long, IReadOnlyList<Present>> At(IReadOnlyCollection<long> ids)
    {
        var (now, wanted) = (time.GetUtcNow(), ids.ToHashSet());
        lock (gate)
            return here.Where(one => one.Value.Until > now && wanted.Contains(one.Key.Id)).GroupBy(one => one.Key.Id).ToDictionary(
                one => one.Key,
                one => (IReadOnlyList<Present>)[.. one.Select(there => new Present(there.Key.Person, there.Value.Doing, there.Value.Since))
                    .OrderBy(there => there.Since).ThenBy(there => there.Person, StringComparer.Ordinal)]);
    }

    /// <summary>Takes a heartbeat; whether others see something new by it. Nobody is at more than twenty cases: they leave the one where they have been silent longest.</summary>
    public bool Here(long id, string person, PresenceKind doing)
    {
        var now = time.GetUtcNow();
        lock (gate)
        {
            var known = here.TryGetValue((id, person), out var before) && before.Until > now;
            here[(id, person)] = (doing, known && before.Doing == doing ? before.Since : now, now + Expiry);
            var own = here.Where(one => one.Key.Person == person).ToList();
            if (own.Count > CasesOfOne) here.Remove(own.Where(one => one.Key.Id != id).MinBy(one => one.Value.Until).Key);
            return !known || before.Doing != doing;
        }
    }

    /// <summary>Somebody leaves; whether they were there.</summary>
    public bool Gone(long id, string person)
    {
        lock (gate) return here.Remove((id, person), out var before) && before.Until > time.GetUtcNow();
    }

    /// <summary>Forgets who went silent, and says at which cases that was.</summary>
    public IReadOnlyCollection<long> Expire()
    {
        var now = time.GetUtcNow();
        lock (gate)
        {
            var silent = here.Where(one => one.Value.Until <= now).Select(one => one.Key).ToList();
            foreach (var key in silent) here.Remove(key);
            return silent.Select(key => key.Id).ToHashSet();
        }
    }
}
