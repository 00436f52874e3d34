using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Listening.Desk.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class CaseRanking : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_cases_assignee_due_id",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "IX_cases_author",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "IX_cases_due_id",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "IX_cases_episode_due",
                table: "cases");

            migrationBuilder.AddColumn<int>(
                name: "floor",
                table: "cases",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "floor_by",
                table: "cases",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "muted",
                table: "cases",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "outbreak",
                table: "cases",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "priority",
                table: "cases",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "rank",
                table: "cases",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<string>(
                name: "reasons",
                table: "cases",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "case_rules",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    name = table.Column<string>(type: "text", nullable: false),
                    query = table.Column<string>(type: "text", nullable: false),
                    actions = table.Column<string>(type: "text", nullable: false),
                    enabled = table.Column<bool>(type: "boolean", nullable: false),
                    turns = table.Column<long>(type: "bigint", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    changed = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_rules", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "saved_views",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    owner = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    query = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_saved_views", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "case_rule_runs",
                columns: table => new
                {
                    case_id = table.Column<long>(type: "bigint", nullable: false),
                    rule_id = table.Column<long>(type: "bigint", nullable: false),
                    episode = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_rule_runs", x => new { x.case_id, x.rule_id, x.episode });
                    table.ForeignKey(
                        name: "FK_case_rule_runs_case_rules_rule_id",
                        column: x => x.rule_id,
                        principalTable: "case_rules",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_case_rule_runs_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_cases_assignee_rank_id",
                table: "cases",
                columns: new[] { "assignee", "rank", "id" },
                filter: "resolved_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_cases_author_brand",
                table: "cases",
                columns: new[] { "author", "brand" });

            migrationBuilder.CreateIndex(
                name: "IX_cases_outbreak_rank_id",
                table: "cases",
                columns: new[] { "outbreak", "rank", "id" },
                filter: "outbreak IS NOT NULL AND resolved_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_cases_rank_id",
                table: "cases",
                columns: new[] { "rank", "id" },
                filter: "resolved_at IS NULL AND waiting");

            migrationBuilder.CreateIndex(
                name: "ix_cases_at_risk",
                table: "cases",
                columns: new[] { "rank", "id" },
                filter: "resolved_at IS NULL AND waiting AND priority >= 50");

            migrationBuilder.CreateIndex(
                name: "ix_cases_counts",
                table: "cases",
                columns: new[] { "assignee", "waiting", "muted", "snoozed_until", "due", "episode", "rival", "priority", "intent" },
                filter: "resolved_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_cases_not_sure",
                table: "cases",
                columns: new[] { "rank", "id" },
                filter: "resolved_at IS NULL AND waiting AND intent = 'not_sure'");

            migrationBuilder.CreateIndex(
                name: "ix_cases_reopened",
                table: "cases",
                columns: new[] { "rank", "id" },
                filter: "resolved_at IS NULL AND episode > 1");

            migrationBuilder.CreateIndex(
                name: "ix_cases_rival",
                table: "cases",
                columns: new[] { "rank", "id" },
                filter: "resolved_at IS NULL AND waiting AND rival <> ''");

            migrationBuilder.CreateIndex(
                name: "IX_case_tags_tag",
                table: "case_tags",
                column: "tag");

            migrationBuilder.CreateIndex(
                name: "IX_case_rule_runs_rule_id",
                table: "case_rule_runs",
                column: "rule_id");

            migrationBuilder.CreateIndex(
                name: "IX_case_rules_name",
                table: "case_rules",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_saved_views_owner_name",
                table: "saved_views",
                columns: new[] { "owner", "name" },
                unique: true);

            // What is there already is ranked by when it is due, and found by the beginning of its text.
            migrationBuilder.Sql("UPDATE cases SET rank = due");
            migrationBuilder.Sql("CREATE TABLE case_words (case_id bigint PRIMARY KEY REFERENCES cases (id) ON DELETE CASCADE, words tsvector NOT NULL)");
            migrationBuilder.Sql("CREATE INDEX ix_case_words_words ON case_words USING gin (words)");
            migrationBuilder.Sql("INSERT INTO case_words (case_id, words) SELECT id, to_tsvector('simple', snippet || ' ' || handle || ' ' || name) FROM cases");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TABLE case_words");
            migrationBuilder.DropTable(
                name: "case_rule_runs");

            migrationBuilder.DropTable(
                name: "saved_views");

            migrationBuilder.DropTable(
                name: "case_rules");

            migrationBuilder.DropIndex(
                name: "IX_cases_assignee_rank_id",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "IX_cases_author_brand",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "IX_cases_outbreak_rank_id",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "IX_cases_rank_id",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_at_risk",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_counts",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_not_sure",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_reopened",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_rival",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "IX_case_tags_tag",
                table: "case_tags");

            migrationBuilder.DropColumn(
                name: "floor",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "floor_by",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "muted",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "outbreak",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "priority",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "rank",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "reasons",
                table: "cases");

            migrationBuilder.CreateIndex(
                name: "IX_cases_assignee_due_id",
                table: "cases",
                columns: new[] { "assignee", "due", "id" },
                filter: "resolved_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_cases_author",
                table: "cases",
                column: "author");

            migrationBuilder.CreateIndex(
                name: "IX_cases_due_id",
                table: "cases",
                columns: new[] { "due", "id" },
                filter: "resolved_at IS NULL AND waiting");

            migrationBuilder.CreateIndex(
                name: "IX_cases_episode_due",
                table: "cases",
                columns: new[] { "episode", "due" },
                filter: "resolved_at IS NULL");
        }
    }
}
