using Listening.Alerts;
using Listening.Web.Alerts;
using Listening.Web.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Listening.Tests.Alerts;

public sealed class AlertSettingsTests
{
    [Theory]
    [InlineData(null, 0)]
    [InlineData("", 0)]
    [InlineData("desk@example.com; ana@example.com", 1)]
    public void A_mail_server_without_anybody_who_gets_alerts_is_there_for_reports_and_is_no_channel(string? to, int channels)
    {
        var settings = Read(("Mail:Host", "mail.example.com"), ("Mail:To", to));
        Assert.Equal(channels * 2, settings.Mail!.To.Count);
        var services = new ServiceCollection().AddAlerts(settings);
        Assert.Equal(channels, services.Count(service => service.ServiceType == typeof(IAlertChannel)));
        Assert.Single(services, service => service.ServiceType == typeof(MailSender));
    }

    [Theory]
    [InlineData("Mail:To", "nobody at all")]
    [InlineData("QuietHours", "22-7")]
    [InlineData("Cooldown", "soon")]
    public void What_cannot_be_read_is_told_by_the_name_of_its_setting(string name, string value)
    {
        var fault = Assert.Throws<SettingException>(() => Read(("Mail:Host", "mail.example.com"), (name, value)));
        Assert.Contains($"Alerts:{name}", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Quiet_hours_and_cooldown_are_read()
    {
        var rules = Read(("QuietHours", "22:00-07:00"), ("Cooldown", "2h")).Rules;
        Assert.Equal((new TimeOnly(22, 0), new TimeOnly(7, 0), TimeSpan.FromHours(2)), (rules.QuietFrom, rules.QuietTo, rules.Cooldown));
    }

    private static AlertSettings Read(params (string Name, string? Value)[] settings) => AlertSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => $"Alerts:{setting.Name}", setting => setting.Value)).Build());
}
