namespace Listening.Collecting.Pulling;

/// <summary>How a setting is typed and checked.</summary>
public enum SettingKind
{
    /// <summary>A line of text.</summary>
    Text,

    /// <summary>Several values, one a line.</summary>
    Lines,

    /// <summary>An absolute http or https address, which a person gives: it may lead anywhere.</summary>
    Address,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Switch,

    /// <summary>A credential: kept encrypted, never shown again.</summary>
    Secret,
}
