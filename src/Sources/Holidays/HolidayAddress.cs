using Listening.Sources.Http;

namespace Listening.Sources.Holidays;

/// <summary>Reads an iCalendar file from an address that somebody gave, on the guarded way out.</summary>
public sealed class HolidayAddress(OutgoingHttp http)
{
    /// <summary>The longest file that is read.</summary>
    public const int MostBytes = 2 * 1024 * 1024;

    /// <summary>Its text. Throws <see cref="FormatException"/> with words for who gave the address.</summary>
    public async Task<string> ReadAsync(Uri address, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(address);
        var answer = await http.SendAsync(new OutgoingRequest(address) { MostBytes = MostBytes }, cancellationToken);
        return answer.Failure is { } failure ? throw new FormatException($"The calendar could not be fetched: {failure.Reason}.") : answer.Text();
    }
}
