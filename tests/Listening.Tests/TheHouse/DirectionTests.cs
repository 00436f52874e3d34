using Xunit;

namespace Listening.Tests.TheHouse;

/// <summary>
/// <c>Web → { Sources, Store, Desk, Metrics, Models, Jobs } → Listening → nothing</c>, read from the built assemblies. A room that is added must be named here.
/// </summary>
public sealed class DirectionTests
{
    private static readonly string[] Middle = ["Listening.Desk", "Listening.Jobs", "Listening.Metrics", "Listening.Models", "Listening.Sources", "Listening.Store"];

    // Identity's tables are EF Core's business, whatever the assembly is called.
    private const string StoreOfPeople = "Microsoft.AspNetCore.Identity.EntityFrameworkCore";

    [Fact]
    public void Every_room_is_known_here() =>
        Assert.Equal(["Listening", .. Middle, "Listening.Web"], RoomAssembly.All.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void The_words_refer_to_nothing_but_DotNet_and_the_contract_of_its_log()
    {
        Assert.Empty(RoomAssembly.All["Listening"].Rooms);
        Assert.Equal(["Microsoft.Extensions.Logging.Abstractions"], RoomAssembly.All["Listening"].Foreign);
    }

    [Theory]
    [InlineData("Listening.Desk")]
    [InlineData("Listening.Jobs")]
    [InlineData("Listening.Metrics")]
    [InlineData("Listening.Models")]
    [InlineData("Listening.Sources")]
    [InlineData("Listening.Store")]
    public void A_room_sees_the_words_and_no_other_room(string room) => Assert.Equal(["Listening"], RoomAssembly.All[room].Rooms);

    [Fact]
    public void The_program_sees_every_room() => Assert.Equal(["Listening", .. Middle], RoomAssembly.All["Listening.Web"].Rooms.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("Microsoft.EntityFrameworkCore", "Listening.Desk")]
    [InlineData("Quartz", "Listening.Jobs")]
    [InlineData("CsvHelper", "Listening.Sources")]
    [InlineData("Microsoft.AspNetCore", "Listening.Web")]
    [InlineData("Microsoft.AspNetCore.Identity.EntityFrameworkCore", "Listening.Desk")]
    public void Only_one_room_says(string library, string room) =>
        Assert.Equal([room], RoomsWhere(assembly => assembly.Foreign.Any(name =>
            name == library || (name.StartsWith($"{library}.", StringComparison.Ordinal) && name != StoreOfPeople))));

    [Fact]
    public void Only_the_web_names_the_types_of_a_request() =>
        Assert.Equal(["Listening.Web"], RoomsWhere(assembly => assembly.Namespaces.Contains("Microsoft.AspNetCore.Http")));

    [Fact]
    public void Only_the_store_calls_ClickHouse() =>
        Assert.Equal(["Listening.Store"], RoomsWhere(assembly => assembly.NativeLibraries.Any(library => library.Contains("chdb", StringComparison.Ordinal))));

    private static IEnumerable<string> RoomsWhere(Func<RoomAssembly, bool> says) => RoomAssembly.All.Values.Where(says).Select(room => room.Name).Order(StringComparer.Ordinal);
}
