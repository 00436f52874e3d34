namespace Listening.Alerts;

/// <summary>What somebody is alerted of.</summary>
public enum AlertKind
{
    /// <summary>An answer is due soon.</summary>
    BreachComing,

    /// <summary>An answer is late.</summary>
    Breach,

    /// <summary>A promise of an agent is due.</summary>
    PromiseDue,

    /// <summary>Far more complaints than usual.</summary>
    Spike,

    /// <summary>The tone is far worse than usual.</summary>
    SentimentDip,

    /// <summary>A competitor answered a customer of ours who still waits.</summary>
    RaceBeingLost,

    /// <summary>A source that should have spoken has not.</summary>
    SourceSilent,

    /// <summary>A rule that an admin made found a case.</summary>
    RuleMatched,
}
