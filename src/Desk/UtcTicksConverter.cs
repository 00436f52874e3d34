using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Listening.Desk;

/// <summary>An instant as ticks of UTC in an INTEGER column.</summary>
public sealed class UtcTicksConverter() : ValueConverter<DateTimeOffset, long>(instant => instant.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
