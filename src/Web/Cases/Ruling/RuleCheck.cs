using Listening.Cases.Ruling;
using Listening.Measuring.Searching;

namespace Listening.Web.Cases.Ruling;

/// <summary>Whether a rule can be.</summary>
internal static class RuleCheck
{
    private const int LongestName = 80;
    private const int LongestTag = 40;
    private const int MostOfAKind = 20;

    /// <summary>Without nothings.</summary>
    public static CaseRuleActions Tidy(CaseRuleActions? actions) => actions is null ? new() : actions with
    {
        Tags = [.. (actions.Tags ?? []).Select(CaseAsking.Text)], Assign = [.. (actions.Assign ?? []).Select(CaseAsking.Text)],
        Team = CaseAsking.Text(actions.Team) is { Length: > 0 } team ? team : null,
    };

    /// <summary>What is wrong with a rule, in a sentence; null when nothing. Throws <see cref="Listening.Measuring.MetricQuestionException"/> with the place when its search cannot be read.</summary>
    public static string? FaultOf(CaseRuleDraft draft)
    {
        var actions = draft.Actions;
        return draft.Name.Length is 0 or > LongestName || draft.Name.Any(char.IsControl) ? $"A rule's name is one line of 1 to {LongestName} characters."
            : FaultOf(draft.Query) is { } fault ? fault
            : actions.AreNone ? "A rule does at least one thing: tags, assign, team, priority, mute or alert."
            : actions.Priority is < 0 or > 100 ? "priority is 1 to 100; 0 leaves it."
            : !Enum.IsDefined(actions.By) ? "by is turn or load."
            : actions.Tags.Count > MostOfAKind || actions.Assign.Count > MostOfAKind ? $"A rule sets at most {MostOfAKind} tags and gives cases to at most {MostOfAKind} people."
            : actions.Tags.Any(tag => tag.Length is 0 or > LongestTag || tag.Any(letter => char.IsControl(letter) || letter == ' ')) ? $"A tag is one word of at most {LongestTag} characters."
            : actions.Assign.Any(person => person.Length is 0 or > 254 || person.Any(char.IsControl)) ? "assign names people by their e-mail addresses."
            : actions.Team is { Length: > LongestTag } || actions.Team?.Any(char.IsControl) == true ? $"A team's name is one line of at most {LongestTag} characters." : null;
    }

    /// <summary>What is wrong with a rule's search.</summary>
    public static string? FaultOf(string query) => SpeaksOfMe(SearchQuery.Parse(query, SearchSubject.Cases).Condition)
        ? "A rule is nobody's: assignee:me and view:mine have no meaning in it. Name the person, as in assignee:ana@example.com." : null;

    private static bool SpeaksOfMe(SearchCondition condition) => condition switch
    {
        CaseFieldIs { Field: CaseField.Assignee, Value: "me", Beginning: false } or CaseFieldIs { Field: CaseField.View, Value: "mine" } => true,
        AllOf all => all.Conditions.Any(SpeaksOfMe),
        AnyOf any => any.Conditions.Any(SpeaksOfMe),
        NoneOf none => SpeaksOfMe(none.Condition),
        _ => false,
    };
}
