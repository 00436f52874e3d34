using System.Globalization;

namespace Listening.Calendars;

/// <summary>All versions of calendars and targets, ready to be used.</summary>
public sealed class TargetsInUse
{
    private static readonly TimeSpan QuestionWithin = TimeSpan.FromHours(4);
    private readonly List<(TargetsVersion Version, Dictionary<string, WorkingTime> Times)> versions;
    private readonly AnswerTarget complaint;
    private readonly AnswerTarget question;

    /// <summary>Throws <see cref="TimeZoneNotFoundException"/> on a machine that lacks a calendar's zone.</summary>
    /// <param name="versions">Every version there is, in any order.</param>
    /// <param name="within">The default for a complaint, and for a post that nothing has sorted; for a question it is four hours.</param>
    public TargetsInUse(IReadOnlyList<TargetsVersion> versions, TimeSpan within)
    {
        ArgumentNullException.ThrowIfNull(versions);
        this.versions = [.. versions.OrderBy(version => version.Number).Select(version =>
            (version, version.Content.Calendars.ToDictionary(calendar => calendar.Name, calendar => new WorkingTime(calendar))))];
        complaint = new() { Name = AnswerTarget.Default, FirstAnswer = (long)within.TotalSeconds };
        question = new() { Name = AnswerTarget.Default, FirstAnswer = (long)QuestionWithin.TotalSeconds };
        Within = within;
    }

    /// <summary>Whether a target of any version is for a priority: only then need priorities be recorded.</summary>
    public bool AskPriority => versions.Exists(one => one.Version.Content.Targets.Any(target => target.Priority is not null));

    /// <summary>The default for a complaint.</summary>
    public TimeSpan Within { get; }

    /// <summary>What counts where no target fits: for a question, and for everything else.</summary>
    public IReadOnlyList<AnswerTarget> Defaults => [question with { Intent = "question" }, complaint];

    /// <summary>The newest version; 0 when there is none.</summary>
    public int Number => versions.Count > 0 ? versions[^1].Version.Number : 0;

    /// <summary>The newest version that says something; null when none does.</summary>
    public TargetsVersion? Newest => versions.Count > 0 ? versions[^1].Version : null;

    /// <summary>
    /// What facts of other targets are told by. A version that is in force from when it was set on says nothing of facts that stand already, so it is not in it.
    /// </summary>
    public string Fingerprint
    {
        get
        {
            var back = versions.FindLast(one => one.Version.ReachesBack).Version;
            return string.Create(CultureInfo.InvariantCulture, $"targets {back?.Number ?? 0} of {back?.At.ToUnixTimeMilliseconds() ?? 0}, {complaint.FirstAnswer} s");
        }
    }

    /// <summary>What somebody was promised who wrote at <paramref name="at"/>.</summary>
    /// <param name="at">When.</param>
    /// <param name="source">Where.</param>
    /// <param name="intent">What it is; empty when nothing has sorted it.</param>
    /// <param name="topic">What it is about; empty when nothing has sorted it.</param>
    /// <param name="priority">How much their case matters, 0 to 100; null where that was never recorded.</param>
    public AnswerTerms Of(DateTimeOffset at, string source, string intent, string topic, int? priority = null)
    {
        var (version, times) = versions.FindLast(one => one.Version.From <= at);
        var target = version?.Content.Targets.FirstOrDefault(one => one.Fits(source, intent, topic, priority)) ?? (intent == "question" ? question : complaint);
        var counting = target.Calendar is { } named ? times[named] : null;
        var calendar = target.Calendar ?? (version?.Content.Calendars is { Count: > 0 } every ? every[0].Name : "");
        return new(version?.Number ?? 0, target, counting, calendar, calendar.Length > 0 ? times[calendar] : null);
    }

    /// <summary>What is worked by <paramref name="at"/> in each calendar of each version, in milliseconds.</summary>
    public IReadOnlyList<(int Version, string Calendar, long Worked)> Worked(DateTimeOffset at) =>
        [.. versions.SelectMany(one => one.Times.Select(time => (one.Version.Number, time.Key, time.Value.Total(at))))];
}
