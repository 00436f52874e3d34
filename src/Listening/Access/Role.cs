namespace Listening.Access;

/// <summary>What a person is here for. Everybody has one role.</summary>
public enum Role
{
    /// <summary>Reads the reports, internal posts too.</summary>
    Executive,

    /// <summary>Answers the public.</summary>
    Agent,

    /// <summary>Leads agents: all that they may, internal posts, and questions in SQL.</summary>
    Supervisor,

    /// <summary>Everything, and the settings.</summary>
    Admin,
}
