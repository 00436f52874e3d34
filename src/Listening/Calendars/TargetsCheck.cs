namespace Listening.Calendars;

/// <summary>Says what is wrong with calendars and targets before they are set.</summary>
public static class TargetsCheck
{
    private const int Most = 100;
    private const int MostHolidays = 5_000;
    private const int LongestName = 60;
    private const long LongestSeconds = 90L * 24 * 60 * 60;
    private static readonly string[] Intents = ["complaint", "question", "praise", "other"];

    /// <summary>Every fault; none when it can be set.</summary>
    public static IReadOnlyList<TargetsFault> Faults(TargetsContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var faults = new List<TargetsFault>();
        if (content.Calendars.Count > Most) faults.Add(new("calendars", $"{Most} calendars are the most."));
        if (content.Targets.Count > Most) faults.Add(new("targets", $"{Most} targets are the most."));
        for (var i = 0; i < content.Calendars.Count; i++) Calendar(content, i, faults);
        for (var i = 0; i < content.Targets.Count; i++) Target(content, i, faults);
        return faults;
    }

    private static void Calendar(TargetsContent content, int i, List<TargetsFault> faults)
    {
        var (calendar, place) = (content.Calendars[i], $"calendars[{i}]");
        Name(calendar.Name, content.Calendars.Take(i).Select(one => one.Name), $"{place}.name", faults);
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(calendar.TimeZone ?? "", out _))
            faults.Add(new($"{place}.timeZone", $"'{calendar.TimeZone}' is no time zone this machine knows. Example: Europe/Berlin"));
        if (calendar.Hours.Count == 0) faults.Add(new($"{place}.hours", "A calendar without hours never comes to an end of anything. Example: Monday from 09:00 to 17:00"));
        if (calendar.Hours.Count > Most) faults.Add(new($"{place}.hours", $"{Most} stretches are the most."));
        for (var j = 0; j < calendar.Hours.Count; j++)
        {
            var hours = calendar.Hours[j];
            if (!Enum.IsDefined(hours.Day)) faults.Add(new($"{place}.hours[{j}].day", $"'{hours.Day}' is no day of the week. Example: Monday"));
            if (hours.FromMinute() is not { } from || from == WorkingHours.MinutesOfDay) faults.Add(new($"{place}.hours[{j}].from", $"'{hours.From}' is no time of day. Example: 09:00"));
            else if (hours.ToMinute() is not { } to) faults.Add(new($"{place}.hours[{j}].to", $"'{hours.To}' is no end of a stretch. Example: 17:00, or 24:00 for the end of the day"));
            else if (to <= from) faults.Add(new($"{place}.hours[{j}].to", "A stretch ends after it began. Past midnight, the rest is a stretch of the next day."));
            else if (calendar.Hours.Take(j).Any(other => other.Day == hours.Day && other.FromMinute() < to && from < other.ToMinute()))
                faults.Add(new($"{place}.hours[{j}].from", $"Two stretches of {hours.Day} overlap."));
        }

        if (calendar.Holidays.Count > MostHolidays) faults.Add(new($"{place}.holidays", $"{MostHolidays} holidays are the most."));
        if (calendar.Holidays.Any(holiday => holiday.Name is not { Length: <= 200 })) faults.Add(new($"{place}.holidays", "A holiday's name has 200 characters at most."));
    }

    private static void Target(TargetsContent content, int i, List<TargetsFault> faults)
    {
        var (target, place) = (content.Targets[i], $"targets[{i}]");
        Name(target.Name, content.Targets.Take(i).Select(one => one.Name), $"{place}.name", faults);
        if (target.Name == AnswerTarget.Default) faults.Add(new($"{place}.name", "'default' is the name of what nobody set."));
        if (target.Intent is { } intent && !Intents.Contains(intent)) faults.Add(new($"{place}.intent", $"'{intent}' is none of {string.Join(", ", Intents)}."));
        if (target.Priority is < 1 or > 100) faults.Add(new($"{place}.priority", "A priority is 1 to 100, the least that is meant; leave it out for all."));
        if (target.Calendar is { } named && content.Calendars.All(calendar => calendar.Name != named))
            faults.Add(new($"{place}.calendar", $"There is no calendar '{named}'; leave it out when every hour counts."));
        foreach (var (name, seconds) in new[] { ("firstAnswer", target.FirstAnswer), ("nextAnswer", target.NextAnswer ?? 1), ("resolve", target.Resolve ?? 1) })
            if (seconds is < 1 or > LongestSeconds) faults.Add(new($"{place}.{name}", "Seconds from 1 to 7776000 (90 days). Example: 3600 for an hour"));
    }

    private static void Name(string? name, IEnumerable<string> earlier, string place, List<TargetsFault> faults)
    {
        if (name is not { Length: > 0 and <= LongestName } || name.Trim() != name || name.Any(char.IsControl)) faults.Add(new(place, $"A name has 1 to {LongestName} characters."));
        else if (earlier.Contains(name)) faults.Add(new(place, $"There are two called '{name}'."));
    }
}
