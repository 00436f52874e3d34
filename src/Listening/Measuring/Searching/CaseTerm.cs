using System.Globalization;

namespace Listening.Measuring.Searching;

/// <summary>Reads a field that only cases have.</summary>
internal static class CaseTerm
{
    private static readonly Dictionary<string, string> Examples = new(StringComparer.Ordinal)
    {
        ["assignee"] = "assignee:me", ["owner"] = "owner:nobody", ["team"] = "team:billing", ["tag"] = "tag:vip", ["state"] = "state:waiting", ["view"] = "view:at_risk",
        ["outcome"] = "outcome:spam", ["has"] = "has:competitor-reply", ["priority"] = "priority:>70", ["episode"] = "episode:>1", ["outbreak"] = "outbreak:12", ["due"] = "due:<30m",
    };

    private static readonly string[] States = ["open", "snoozed", "resolved", "waiting", "answered", "muted"];

    private static readonly string[] Views =
        ["needs_answer", "at_risk", "not_sure", "mine", "unassigned", "due_soon", "snoozed", "reopened", "answered_by_competitor", "promise_due", "waiting_for_expert", "to_approve", "returned"];

    private static readonly string[] Outcomes = ["answered_publicly", "answered_in_private", "no_answer_needed", "not_us", "spam", "merged"];

    /// <summary>The fields' names.</summary>
    public static string Fields => string.Join(", ", Examples.Keys);

    /// <summary>Whether cases have such a field.</summary>
    public static bool Knows(string field) => Examples.ContainsKey(field);

    /// <summary>How the field is asked for.</summary>
    public static string Example(string field) => Examples[field];

    /// <summary>What the piece asks; its field is known and has a value.</summary>
    public static SearchCondition Of(SearchToken token) => token.Field switch
    {
        "assignee" or "owner" => Value(token, CaseField.Assignee),
        "team" => Value(token, CaseField.Team),
        "tag" => Value(token, CaseField.Tag),
        "state" => OneOf(token, CaseField.State, States),
        "view" => OneOf(token, CaseField.View, Views),
        "outcome" => OneOf(token, CaseField.Outcome, Outcomes),
        "has" => OneOf(token, CaseField.Has, ["competitor-reply", "note", "tag"]),
        "priority" => Number(token, CaseNumber.Priority),
        "episode" => Number(token, CaseNumber.Episode),
        "outbreak" => Number(token, CaseNumber.Outbreak),
        _ => Due(token),
    };

    private static CaseFieldIs Value(SearchToken token, CaseField field)
    {
        var beginning = !token.Quoted && token.Value.EndsWith('*');
        var value = (beginning ? token.Value[..^1] : token.Value).Trim().ToLowerInvariant();
        if (value.Length == 0) throw SearchError.At(token.At, $"'{token.Field}:' has no value", Example(token.Field!));
        return new(field, value, beginning);
    }

    private static CaseFieldIs OneOf(SearchToken token, CaseField field, string[] values)
    {
        var value = token.Value.Trim().ToLowerInvariant();
        return values.Contains(value)
            ? new(field, value, false)
            : throw SearchError.At(token.At, $"'{token.Field}:' can be {string.Join(", ", values)}, not '{token.Value}'", Example(token.Field!));
    }

    private static CaseNumberIs Number(SearchToken token, CaseNumber number)
    {
        var (comparison, value) = ComparedNumber.Of(token, Example(token.Field!));
        return new(number, comparison, value);
    }

    // late; or < and > with an instant, or with how long from now.
    private static CaseDue Due(SearchToken token)
    {
        if (token.Value.Equals("late", StringComparison.OrdinalIgnoreCase)) return new(true, null, TimeSpan.Zero);
        if (token.Value is ['<' or '>', .. { Length: > 0 } rest])
        {
            var before = token.Value[0] == '<';
            if (SearchTerm.InstantOf(rest) is { } instant) return new(before, instant, TimeSpan.Zero);
            if (Length(rest) is { } length) return new(before, null, length);
        }

        throw SearchError.At(token.At, $"'due:' wants late, or < or > with a day, an instant (UTC) or a time from now such as 30m, 4h, 2d, not '{token.Value}'", Example("due"));
    }

    private static TimeSpan? Length(string text) => int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 100_000
        ? text[^1] switch
        {
            'm' => TimeSpan.FromMinutes(number),
            'h' => TimeSpan.FromHours(number),
            'd' => TimeSpan.FromDays(number),
            _ => null,
        }
        : null;
}
