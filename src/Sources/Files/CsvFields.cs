using System.Text;

namespace Listening.Sources.Files;

/// <summary>Which column of a table holds which field of a post.</summary>
internal sealed class CsvFields
{
    // Field on the wire, then the column names under which exports usually have it, compared by letters and digits only.
    private static readonly (string Field, string[] Columns)[] Usual =
    [
        ("source", ["source"]),
        ("id", ["id", "postid", "tweetid", "statusid", "messageid", "commentid", "reviewid"]),
        ("author.id", ["authorid", "userid", "accountid"]),
        ("author.handle", ["authorhandle", "handle", "username", "screenname", "author", "user", "account"]),
        ("author.name", ["authorname", "displayname", "name"]),
        ("author.followers", ["authorfollowers", "followers", "followerscount"]),
        ("author.bot", ["authorbot", "bot"]),
        ("author.brand", ["authorbrand"]),
        ("text", ["text", "fulltext", "body", "message", "content", "tweet", "comment", "review"]),
        ("html", ["html"]),
        ("postedAt", ["postedat", "createdat", "timestamp", "datetime", "date", "time", "created"]),
        ("editedAt", ["editedat", "updatedat"]),
        ("deletedAt", ["deletedat"]),
        ("inReplyTo", ["inreplyto", "inreplytoid", "inreplytostatusid", "inresponsetotweetid", "replyto", "replytoid", "parentid", "parent"]),
        ("quoteOf", ["quoteof", "quotedid", "quotedstatusid"]),
        ("repostOf", ["repostof", "retweetof", "retweetedstatusid"]),
        ("conversation", ["conversation", "conversationid", "threadid", "thread"]),
        ("audience", ["audience"]),
        ("channel", ["channel", "group", "forum"]),
        ("lang", ["lang", "language"]),
        ("url", ["url", "link", "permalink"]),
        ("mentions", ["mentions"]),
        ("tags", ["tags", "hashtags"]),
    ];

    private readonly Dictionary<string, int> _columns = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Throws <see cref="FormatException"/> for a mapped field or column that there is none of.</summary>
    public CsvFields(IReadOnlyList<string> header, IReadOnlyDictionary<string, string> map)
    {
        var byName = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var column = 0; column < header.Count; column++) byName.TryAdd(Letters(header[column]), column);
        foreach (var (field, columns) in Usual)
        {
            if (columns.FirstOrDefault(byName.ContainsKey) is { } name) _columns[field] = byName[name];
        }

        foreach (var (field, column) in map)
        {
            if (!Usual.Any(usual => usual.Field.Equals(field, StringComparison.OrdinalIgnoreCase)))
                throw new FormatException($"A post has no field “{field}”; it has {string.Join(", ", Usual.Select(usual => usual.Field))}");
            if (!byName.TryGetValue(Letters(column), out var index))
                throw new FormatException($"The file has no column “{column}”; it has {string.Join(", ", header)}");
            _columns[field] = index;
        }
    }

    /// <summary>The row's value of a field; absent where there is no such column or it is empty.</summary>
    public string? Of(CsvRow row, string field) => _columns.TryGetValue(field, out var column) && row.Fields[column] is { Length: > 0 } value ? value : null;

    /// <summary>Whether a column was found for the field.</summary>
    public bool Has(string field) => _columns.ContainsKey(field);

    private static string Letters(string name)
    {
        var letters = new StringBuilder(name.Length);
        foreach (var character in name)
        {
            if (char.IsLetterOrDigit(character)) letters.Append(char.ToLowerInvariant(character));
        }

        return letters.ToString();
    }
}
