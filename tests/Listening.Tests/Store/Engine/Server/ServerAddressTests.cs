using Listening.Store.Engine.Server;
using Xunit;

namespace Listening.Tests.Store.Engine.Server;

public sealed class ServerAddressTests
{
    [Theory]
    [InlineData("http://localhost", "http://localhost:8123/", "default", "", null)]
    [InlineData("https://localhost/", "https://localhost:8443/", "default", "", null)]
    [InlineData("https://ana:p%40ss%2Fword@db.example:443/listening", "https://db.example/", "ana", "p@ss/word", "listening")]
    [InlineData("http://ana@[::1]:9000/a_1", "http://[::1]:9000/", "ana", "", "a_1")]
    public void An_address_names_server_user_and_database(string text, string address, string user, string password, string? database)
    {
        var (server, named) = ServerAddress.Parse(text);

        Assert.Equal((address, user, password, database), (server.Address.ToString(), server.User, server.Password, named));
    }

    [Theory]
    [InlineData("clickhouse://ana:secret@db/listening")]
    [InlineData("ana:secret@db")]
    [InlineData("http://ana:secret@db/Listening")]
    [InlineData("http://ana:secret@db/a/b")]
    [InlineData("http://ana:secret@db/a?password=secret")]
    [InlineData("http://ana:secret%0d%0aX: y@db/a")]
    public void What_is_no_address_is_refused_without_repeating_the_password(string text) =>
        Assert.DoesNotContain("secret", Assert.Throws<FormatException>(() => ServerAddress.Parse(text)).ToString(), StringComparison.Ordinal);

    [Fact]
    public void An_address_is_shown_without_its_password()
    {
        var address = ServerAddress.Parse("https://ana:secret@db:8443/listening");

        Assert.Equal("https://ana:***@db:8443/", address.Server.ToString());
        Assert.DoesNotContain("secret", address.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:8123", false)]
    [InlineData("http://localhost", false)]
    [InlineData("https://db.example", true)]
    public void Bodies_go_compressed_to_another_machine(string text, bool compressed) => Assert.Equal(compressed, ServerAddress.Parse(text).Server.Compressed);
}
