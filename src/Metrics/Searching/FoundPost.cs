using Listening.Collecting;
using Listening.Conversations;
using Listening.Storing;

namespace Listening.Metrics.Searching;

/// <summary>Reads a row of Newest.sql.</summary>
internal static class FoundPost
{
    private static readonly string[] Tasks = ["intent", "sentiment", "topic", "use_case", "answer_kind"];

    /// <summary>The post.</summary>
    public static StoredPost Of(FactRow row) => new()
    {
        Key = row.Get<UInt128>("post"),
        Identity = new(row.Get<string>("source"), row.Get<string>("id")),
        Author = new(row.Get<string>("author"), row.Get<string>("handle"), Filled(row, "author_name"), (long?)row["followers"]),
        Party = row.Get<string>("author_party") switch
        {
            "customer" => Party.Customer,
            "own" => Party.Own,
            "competitor" => Party.Competitor,
            "other_brand" => Party.OtherBrand,
            "employee" => Party.Employee,
            "automated" => Party.Automated,
            var other => throw new InvalidOperationException($"The facts have a party '{other}' that nobody knows."),
        },
        Brands = [.. row.Get<object?[]>("named").Cast<string>()],
        Text = row.Get<string>("text"),
        PostedAt = row.Get<DateTimeOffset>("posted_at"),
        Clamped = row.Get<bool>("clamped"),
        EditedAt = (DateTimeOffset?)row["edited_at"],
        DeletedAt = (DateTimeOffset?)row["deleted_at"],
        Audience = row.Get<string>("seen_by") == "internal" ? Audience.Internal : Audience.Public,
        Language = Filled(row, "language"),
        Url = Filled(row, "url"),
        Labels = Tasks.Where(task => Filled(row, task) is not null).ToDictionary(task => task, task => row.Get<string>(task)),
    };

    private static string? Filled(FactRow row, string column) => row.Get<string>(column) is { Length: > 0 } value ? value : null;
}
