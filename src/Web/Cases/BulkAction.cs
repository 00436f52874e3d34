namespace Listening.Web.Cases;

/// <summary>What can be done to several cases at once.</summary>
public enum BulkAction
{
    /// <summary>Take those that nobody has.</summary>
    Claim,

    /// <summary>Give them to somebody, or to nobody.</summary>
    Assign,

    /// <summary>Give them to a team, or to none.</summary>
    Team,

    /// <summary>Put them off.</summary>
    Snooze,

    /// <summary>Call them done.</summary>
    Resolve,

    /// <summary>Take resolves back.</summary>
    Reopen,

    /// <summary>Set tags and take tags off.</summary>
    Tags,
}
