using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Listening.Desk.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class CaseWork : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "merged_into",
                table: "cases",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "promise",
                table: "cases",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "promise_due",
                table: "cases",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "revision",
                table: "cases",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "team",
                table: "cases",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "case_promises",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<long>(type: "bigint", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    due = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    kept_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_promises", x => x.id);
                    table.ForeignKey(
                        name: "FK_case_promises_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "same_people",
                columns: table => new
                {
                    source = table.Column<string>(type: "text", nullable: false),
                    author = table.Column<string>(type: "text", nullable: false),
                    other_source = table.Column<string>(type: "text", nullable: false),
                    other_author = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_same_people", x => new { x.source, x.author, x.other_source, x.other_author });
                });

            migrationBuilder.CreateIndex(
                name: "IX_cases_author",
                table: "cases",
                column: "author");

            migrationBuilder.CreateIndex(
                name: "IX_cases_merged_into",
                table: "cases",
                column: "merged_into",
                filter: "merged_into IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_cases_promise_due",
                table: "cases",
                column: "promise_due",
                filter: "promise_due IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_cases_revision",
                table: "cases",
                column: "revision");

            migrationBuilder.CreateIndex(
                name: "IX_case_promises_case_id",
                table: "case_promises",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_case_promises_due",
                table: "case_promises",
                column: "due");

            migrationBuilder.CreateIndex(
                name: "IX_same_people_other_source_other_author",
                table: "same_people",
                columns: new[] { "other_source", "other_author" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "case_promises");

            migrationBuilder.DropTable(
                name: "same_people");

            migrationBuilder.DropIndex(
                name: "IX_cases_author",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "IX_cases_merged_into",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "IX_cases_promise_due",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "IX_cases_revision",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "merged_into",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "promise",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "promise_due",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "revision",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "team",
                table: "cases");
        }
    }
}
