using Listening.Collecting;
using Listening.Conversations;
using Listening.Storing;

namespace Listening.Store.Reading;

/// <summary>A post read for a person, with everything that ties it into its conversation.</summary>
internal sealed record ReadPost(StoredPost Post, IReadOnlyList<UInt128> Edges)
{
    private static readonly string[] Tasks = ["intent", "sentiment", "topic", "use_case", "answer_kind", "relevance"];

    public static ReadPost Of(FactRow row) => new(
        new()
        {
            Key = row.Get<UInt128>("post"),
            Identity = new(row.Get<string>("source"), row.Get<string>("id")),
            Author = new(row.Get<string>("author"), row.Get<string>("handle"), Filled(row, "author_name"), (long?)row["followers"]),
            Party = (Party)row.Get<long>("party"),
            Brands = [.. row.Get<object?[]>("brands").Cast<string>()],
            Text = row.Get<string>("text"),
            PostedAt = row.Get<DateTimeOffset>("posted_at"),
            Clamped = row.Get<bool>("clamped"),
            EditedAt = (DateTimeOffset?)row["edited_at"],
            DeletedAt = (DateTimeOffset?)row["deleted_at"],
            Parent = (UInt128?)row["parent"],
            Audience = (Audience)row.Get<long>("audience"),
            Language = Filled(row, "language"),
            Url = Filled(row, "url"),
            Labels = Tasks.Where(task => Filled(row, task) is not null).ToDictionary(task => task, row.Get<string>),
        },
        [.. row.Get<object?[]>("edges").Cast<UInt128>()]);

    private static string? Filled(FactRow row, string column) => row.Get<string>(column) is { Length: > 0 } text ? text : null;
}
