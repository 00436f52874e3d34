namespace Listening.Sources.Files;

/// <summary>What a file of posts holds.</summary>
public enum PostFileFormat
{
    /// <summary>The wire form: one post a line, or one JSON array.</summary>
    Ndjson,

    /// <summary>A table with a header.</summary>
    Csv,

    /// <summary>The "Customer Support on Twitter" table.</summary>
    Twcs,
}
