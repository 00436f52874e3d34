using System.Text;
using Listening.Collecting;
using Listening.Measuring;
using Listening.Web.Measuring;
using Listening.Web.Security;

namespace Listening.Tests.Fuzzing;

/// <summary>The parameters of a metric, a tile or a stream, spoiled: each is read or refused by name.</summary>
internal static class SpoiledQuestion
{
    private static readonly ReportingTime Berlin = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), DayOfWeek.Monday);
    private static readonly DateTimeOffset Now = new(2026, 1, 12, 9, 0, 0, TimeSpan.Zero);
    private static readonly string[] Real = ["2026-01-05T09:12:44.120Z", "2026-01-05", "2026-01-05T09:12:44+01:00", "15m", "1h", "3600", "3d", "Europe/Berlin", "UTC", "hour", "previous", "brand", "none"];

    public static FuzzCount Try(Random chance)
    {
        string? Some() => chance.Next(3) == 0 ? null : Value(chance);
        var parameters = new MetricParameters
        {
            From = Some(), To = Some(), AsOf = Some(), Within = Some(), Zone = Some(), Interval = Some(), By = Some(), Group = Some(), Filter = Some(), Brand = Some(), Compare = Some(),
        };
        if (WireInstant.TryRead(Text(Real[0], chance), out var instant))
        {
            Span<byte> written = stackalloc byte[WireInstant.Length];
            WireInstant.Write(instant, written);
            FuzzFailure.Unless(WireInstant.TryRead(written, out var again) && again == instant, $"{instant:O} is not read back as it was written");
        }

        try
        {
            var question = parameters.Ask("frt", Berlin, Now, new Sight(false));
            FuzzFailure.Unless(question.From < question.To, "an empty period was let through");
            return new(1, 0, 0);
        }
        catch (MetricQuestionException refused)
        {
            FuzzFailure.Unless(refused.Parameter.Length > 0 && refused.Message.Length is > 0 and < 500 && !refused.Message.Any(char.IsControl), $"a refusal that is not fit to be shown: {refused.Message}");
            return new(1, 0, 1);
        }
    }

    /// <summary>A parameter's value, half of the times spoiled.</summary>
    public static string Value(Random chance) => Text(Real[chance.Next(Real.Length)], chance);

    /// <summary>The text, half of the times spoiled.</summary>
    public static string Text(string text, Random chance) => chance.Next(2) == 0 ? text : Encoding.UTF8.GetString(Mutation.Of(Encoding.UTF8.GetBytes(text), chance));
}
