using System.Globalization;
using System.Text.Json;
using Listening.Alerts;
using Listening.Cases;
using Listening.Desk.Alerts;

namespace Listening.Desk.Cases.Ruling;

/// <summary>The alert that a rule raises: it is told as every other is.</summary>
internal static class RuleAlert
{
    /// <summary>That <paramref name="rule"/> found <paramref name="found"/>; once in each of its episodes, as the rule runs.</summary>
    public static AlertRow Of(CaseRuleRow rule, Case found, DateTimeOffset at)
    {
        var finding = new AlertFinding(
            AlertKind.RuleMatched, string.Create(CultureInfo.InvariantCulture, $"rule {rule.Id} case {found.Id} episode {found.Episode}"), found.Brand,
            $"{rule.Name}: {found.Handle} writes to {found.Brand}", string.Create(CultureInfo.InvariantCulture, $"/triage?case={found.Id}"))
        {
            Case = found.Id, Posts = [new(found.Source, found.PostId, found.Handle, found.Snippet)],
        };
        return new() { Kind = finding.Kind, Key = finding.Key, At = at, CaseId = found.Id, Finding = JsonSerializer.Serialize(finding, JsonSerializerOptions.Web) };
    }
}
