using Listening.Calendars;
using Listening.Cases;
using Listening.Conversations;

namespace Listening.Store.Projecting;

/// <summary>How facts are derived.</summary>
/// <param name="Stretch">How many versions at a time.</param>
/// <param name="LookUps">After how many look-ups it remembers what it has written; null where other processes may write these facts too.</param>
internal readonly record struct DerivingOptions(int Stretch, long? LookUps)
{
    private static readonly CurrentTargets Unset = new();

    /// <summary>Who hears of waits; null when nobody does.</summary>
    public ICaseBoard? Cases { get; init; }

    /// <summary>What customers are promised; null as long as nothing is set.</summary>
    public CurrentTargets? Targets { get; init; }

    /// <summary>The same, or the default.</summary>
    public CurrentTargets TargetsInUse => Targets ?? Unset;

    /// <summary>What facts of other rules or targets are told by.</summary>
    public string Fingerprint(ClockRules rules) => $"{rules.Fingerprint}; {TargetsInUse.Now.Fingerprint}";
}
