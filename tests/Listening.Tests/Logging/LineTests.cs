using System.Reflection;
using Listening.Jobs;
using Listening.Web.Logging;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Listening.Tests.Logging;

/// <summary>A log line is one line and says who said what.</summary>
public sealed class LineTests
{
    [Theory]
    [InlineData("plain ünï 漢字 😀", "plain ünï 漢字 😀")]
    [InlineData("a\nb\r\nc", @"a\u000ab\u000d\u000ac")]
    [InlineData("\u001b[2J\u009b31m", @"\u001b[2J\u009b31m")]
    [InlineData("a\u2028b\u2029c\u0085d", @"a\u2028b\u2029c\u0085d")]
    [InlineData("\u202eevil\u200b", @"\u202eevil\u200b")]
    [InlineData("\0\u0008", @"\u0000\u0008")]
    public void Nothing_from_outside_ends_the_line_or_moves_the_cursor(string text, string plain) => Assert.Equal(plain, PlainText.Of(text));

    [Fact]
    public void Half_a_pair_is_written_as_its_number() => Assert.Equal(@"half \ud83d.", PlainText.Of("half " + '\ud83d' + "."));

    [Fact]
    public void A_line_is_one_line_with_its_exception()
    {
        var formatter = new LineFormatter(new FakeTimeProvider(Some.Instant));
        using var written = new StringWriter();
        var entry = new LogEntry<string>(LogLevel.Warning, "Listening.Web.Thing", new EventId(7, "Seven"), "x", new InvalidOperationException("no\n2026 error Fake: gone"), (_, _) => "what\nhappened");

        formatter.Write(entry, null, written);

        Assert.Equal("2026-01-05T09:12:44.120Z warn  Thing[7]: what\\u000ahappened | System.InvalidOperationException: no | 2026 error Fake: gone\n", written.ToString());
    }

    [Fact]
    public void Every_log_message_of_the_program_has_an_id_of_its_own()
    {
        Assembly[] rooms = [typeof(ProjectingLoop).Assembly, typeof(LineFormatter).Assembly, typeof(JobsRegistration).Assembly, typeof(Listening.Store.StoreRoom).Assembly, typeof(Listening.Desk.DeskStore).Assembly, typeof(Listening.Sources.Files.PostFile).Assembly];
        var messages = rooms.SelectMany(room => room.GetTypes())
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Select(method => (Method: $"{method.DeclaringType!.Name}.{method.Name}", Message: method.GetCustomAttribute<LoggerMessageAttribute>()))
            .Where(one => one.Message is not null).ToList();

        Assert.True(messages.Count >= 7);
        Assert.All(messages, one => Assert.True(one.Message!.EventId > 0, one.Method));
        Assert.Equal([], messages.GroupBy(one => one.Message!.EventId).Where(group => group.Count() > 1).SelectMany(group => group.Select(one => one.Method)));
    }
}
