using Listening.Cases;
using Listening.Desk.People;

namespace Listening.Web.Cases;

/// <summary>From what a request says to what is done to a case; else the fault in words.</summary>
internal static class CaseAsking
{
    private const int LongestTag = 40;
    private const int LongestLine = 200;

    /// <summary>Tags to set and to take off.</summary>
    public static (CaseChange? Change, string? Fault) Tags(IReadOnlyList<string>? adding, IReadOnlyList<string>? removing)
    {
        string[] add = [.. (adding ?? []).Select(Text)], remove = [.. (removing ?? []).Select(Text)];
        return add.Length + remove.Length is 0 or > 50 || add.Concat(remove).Any(tag => tag.Length is 0 or > LongestTag || tag.Any(letter => char.IsControl(letter) || letter == ' '))
            ? (null, $"A tag is one word of at most {LongestTag} characters; 1 to 50 are set or taken off at a time.")
            : (new TagCase(add, remove), null);
    }

    /// <summary>How a case ended.</summary>
    public static (CaseChange? Change, string? Fault) Resolve(CaseOutcome outcome, string? because)
    {
        var reason = Text(because);
        var fault = outcome == CaseOutcome.Merged ? "A case is merged by /cases/{id}/merge, which says into which."
            : !Enum.IsDefined(outcome) ? "There is no such outcome."
            : outcome == CaseOutcome.NoAnswerNeeded && reason.Length == 0 ? "no_answer_needed takes a case out of the figures and wants its reason."
            : outcome != CaseOutcome.NoAnswerNeeded && reason.Length > 0 ? "A reason belongs to no_answer_needed."
            : IsLine(reason) ? null : $"A reason is one line of at most {LongestLine} characters.";
        return fault is null ? (new ResolveCase(outcome, reason.Length > 0 ? reason : null), null) : (null, fault);
    }

    /// <summary>Who is to have it: somebody who may come in, or nobody.</summary>
    public static async Task<(CaseChange? Change, string? Fault)> AssignAsync(string? assignee, string me, Staff staff, CancellationToken cancellationToken)
    {
        var to = string.IsNullOrWhiteSpace(assignee) ? null : assignee.Trim();
        if (to is null || to == me) return (new AssignCase(to), null);
        var person = (await staff.ListAsync(cancellationToken)).FirstOrDefault(one => string.Equals(one.Email, to, StringComparison.OrdinalIgnoreCase) && one.Disabled is null);
        return person is null ? (null, "Nobody who may come in has that address.") : (new AssignCase(person.Email), null);
    }

    /// <summary>Until when it is put off.</summary>
    public static (CaseChange? Change, string? Fault) Snooze(DateTimeOffset? until, DateTimeOffset now) => until <= now || until > now.AddYears(1)
        ? (null, "until is an instant to come, within a year.")
        : (new SnoozeCase(Whole(until)), null);

    /// <summary>The team that is to have it.</summary>
    public static (CaseChange? Change, string? Fault) Team(string? team) => Text(team) is var name && name.Length <= LongestTag && IsLine(name)
        ? (new TeamCase(name.Length == 0 ? null : name), null)
        : (null, $"A team's name is one line of at most {LongestTag} characters.");

    /// <summary>What is promised.</summary>
    public static (CaseChange? Change, string? Fault) Promise(string? text, DateTimeOffset? due, DateTimeOffset now) => Text(text) is not { Length: > 0 } what || !IsLine(what)
        ? (null, $"A promise is one line of at most {LongestLine} characters.")
        : due is null || due <= now || due > now.AddYears(1) ? (null, "due is an instant to come, within a year.") : (new PromiseCase(what, Whole(due)!.Value), null);

    /// <summary>Without blanks around it, and without NUL, which PostgreSQL keeps in no text.</summary>
    public static string Text(string? text) => text?.Replace("\0", "", StringComparison.Ordinal).Trim() ?? "";

    private static bool IsLine(string text) => text.Length <= LongestLine && !text.Any(char.IsControl);

    private static DateTimeOffset? Whole(DateTimeOffset? instant) => instant is { } some ? DateTimeOffset.FromUnixTimeMilliseconds(some.ToUnixTimeMilliseconds()) : null;
}
